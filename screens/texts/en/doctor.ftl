# `kiosk doctor`: what is, and the remedy when it is not well. For technicians.

doctor-name-identity = Identity
doctor-identity-enrolled = Terminal { $terminal }, certificate until { $until }
doctor-identity-laboratory = Laboratory terminal { $terminal } (training)
doctor-identity-missing = { $reason }
doctor-identity-settings = The local settings are wrong, correct them: { $findings }
doctor-identity-early = The certificate of { $terminal } begins on { $from }: set this machine's clock (timedatectl)
doctor-identity-expired = The certificate of { $terminal } ended on { $until }: ask the operator for a new code, then `kiosk provision enrol`
doctor-identity-ending = The certificate of { $terminal } ends on { $until }: ask the operator for a new code in time

doctor-name-release = Release
doctor-release-active = Release { $number } is active
doctor-release-laboratory = Settings of this laboratory (settings.json, else the defaults)
doctor-release-none = No release has arrived: check the network, run `kiosk agent`, then `kiosk config status`
doctor-release-alarm = Release { $number } stays active. { $alarm }
doctor-release-unknown = Not known without an identity: enrol first

doctor-name-catalogue = Services
doctor-catalogue-ready = { $items } services in the catalogue
doctor-catalogue-none = No catalogue has arrived: check the network, run `kiosk agent`, then `kiosk config status`
doctor-catalogue-unknown = Not known without an identity: enrol first

doctor-name-platform = Platform
doctor-platform-reachable = { $url } answers
doctor-platform-trouble = { $url } answers { $status }: tell the platform's operator; what residents hand in is kept here
doctor-platform-silent = { $url } does not answer ({ $reason }): check cable, router and URL; what residents hand in is kept here
doctor-platform-untrusted = { $url } shows a certificate that this terminal does not trust: check the clock and the network for an interceptor, else enrol again
doctor-platform-unknown = Not known without an identity: enrol first

doctor-name-clock = Clock
doctor-clock-right = Within { $seconds } s of the platform's
doctor-clock-wrong = { $seconds } s off the platform's: switch on time synchronisation (timedatectl set-ntp true); check the clock's battery
doctor-clock-unknown = The platform does not tell the time

doctor-name-queue = Queue
doctor-queue-empty = Nothing waits
doctor-queue-waiting = { $waiting } waiting, the oldest for { $minutes } min
doctor-queue-parked = { $parked } refused by the platform: `kiosk queue list` shows the reasons, `kiosk queue retry ID` sends again
doctor-queue-damaged = The queue cannot be read ({ $reason }): run `kiosk queue verify`; do not delete anything

doctor-name-disk = Disk
doctor-disk-enough = { $free } GB free
doctor-disk-full = Only { $free } GB free: free at least 0.5 GB (journalctl --vacuum-size=100M, apt-get clean)
doctor-disk-read-only = The disk cannot be written, as after a fault: look at `dmesg`, restart, replace the disk if it happens again; what waits is still there

doctor-name-fonts = Fonts
doctor-fonts-ready = { $font }
doctor-fonts-missing = Chinese cannot be drawn: apt-get install fonts-noto-cjk

doctor-name-document-lines = Lines of travel documents
doctor-document-lines-ready = The camera reads the lines of <<<
doctor-document-lines-missing = The camera cannot read the lines of <<<, they must be typed: apt-get install fonts-ocr-b

doctor-name-pinyin = Pinyin
doctor-pinyin-ready = Chinese can be typed
doctor-pinyin-missing = Chinese cannot be typed: apt-get install librime1 rime-data-luna-pinyin rime-data-pinyin-simp

doctor-name-touch = Touch
doctor-touch-ready = The touchscreen library is there
doctor-touch-missing = The touchscreen library is missing: apt-get install libmtdev1

doctor-name-device = Devices
doctor-device-card-reader = card reader
doctor-device-printer = receipt printer
doctor-device-document-printer = A4 printer
doctor-device-chip-reader = chip card reader
doctor-device-scanner = scanner
doctor-device-camera = camera
doctor-device-touch-panel = touch panel
doctor-device-voice = voice
doctor-device-keypad = keypad
doctor-device-switches = switches
doctor-device-headphones = headphone socket
doctor-device-unknown = Not known without an identity: enrol first
doctor-device-absent = { $device }: not configured
doctor-device-works = { $device }: works ({ $how })
doctor-device-coarse = { $device }: works, but its picture of { $size } is too coarse for small print on A4 papers: use a camera whose shorter side has at least { $needed } pixels (three megapixels), or ask for a larger size in the settings (such as 0@2592x1944)
doctor-device-refuses = { $device }: says { $code }: put in paper, close the cover, clear the cutter
doctor-device-library = { $device }: its driver cannot be loaded, install the terminal's software anew (`make`): { $reason }
doctor-device-paper-low = { $device }: little paper left: have a new roll at hand
doctor-device-sheets-low = { $device }: little paper left: have A4 sheets at hand
doctor-device-no-service = { $device }: the smart card service does not run: systemctl enable --now pcscd.socket
doctor-device-no-such-reader = { $device }: no reader of that name is plugged in: plug it in, or take its name from `kiosk devices list`. { $message }
doctor-device-no-such-port = { $device }: the port of the settings is not there: plug it in, or take its port from `kiosk devices list`. { $message }
doctor-device-not-permitted = { $device }: this user may not use it: add the kiosk's user to the group that owns it (`ls -l` of its port). { $message }
doctor-device-busy = { $device }: another program uses it: stop that program; while the touchscreen runs (`kiosk run`), that is the touchscreen
doctor-device-queue-stopped = { $device }: its queue is stopped: see to the printer, then cupsenable the queue
doctor-device-queue-closed = { $device }: its queue takes no jobs: cupsaccept the queue
doctor-device-queue-retries = { $device }: its queue would print failed jobs again by itself: lpadmin -p QUEUE -o printer-error-policy=abort-job
doctor-device-not-askable = { $device }: the printer behind the queue cannot be asked whether it printed: set its own ipp:// address in the settings
doctor-device-retry = { $device }: { $code }, run this again. { $message }
doctor-device-ask-resident = { $device }: { $code }. { $message }
doctor-device-clear-media = { $device }: { $code }. { $message }
doctor-device-call-staff = { $device }: { $code }. { $message }
doctor-device-replace = { $device }: { $code }, replace it. { $message }
doctor-device-configuration = { $device }: { $code }, correct the settings. { $message }

doctor-well = Everything works.
doctor-findings = { $count ->
    [one] One finding.
   *[other] { $count } findings.
}

doctor-name-paper = Paper
doctor-paper-left = About { $count ->
    [one] one receipt
   *[other] { $count } receipts
} left
doctor-paper-few = About { $count ->
    [one] one receipt
   *[other] { $count } receipts
} left: have a new roll at hand

doctor-name-site = Place
doctor-site-passed = Measured and commissioned on { $at }
doctor-site-open = Not commissioned: measure the place, then run `kiosk provision commission`
doctor-site-outside = Not as required at this place ({ $measures }): change it, then run `kiosk provision commission` again
doctor-site-laboratory = A laboratory terminal needs none
doctor-site-unknown = Not known without an identity: enrol first
