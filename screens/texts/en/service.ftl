# The page of a terminal that cannot serve; both languages are shown at once.

service-closed = Out of service
service-closed-reason = This terminal cannot serve you at the moment.
service-closed-elsewhere = Please go to a counter, or to another terminal.
service-closed-hotline = Government service hotline { $hotline }
service-closed-staff = For the staff:

service-untouchable = The touchscreen does not answer
service-untouchable-reason = The touchscreen has come off. It is coming back by itself: please wait.
