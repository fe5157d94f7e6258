# Not reviewed by a speaker: proof of a page that is read from the right. What is missing is said in Chinese.

hearing-title = قانداق قىلسا ئېنىق ئاڭلايسىز؟
hearing-private = تىڭشىغۇچتىن ئاڭلىنىۋاتىدۇ، پەقەت سىزلا ئاڭلايسىز. تىڭشىغۇچنى ئېلىۋەتسىڭىز توختايدۇ.
hearing-aloud = ئۈنلۈك ئوقۇلۇۋاتىدۇ. ئىسىم ۋە نومۇرلار ئوقۇلمايدۇ؛ تىڭشىغۇچ سېلىنسا ئوقۇلىدۇ.
hearing-volume = ئاۋازنىڭ چوڭ-كىچىكلىكى
hearing-volume-1 = ئەڭ پەس
hearing-volume-2 = پەس
hearing-volume-3 = ئوتتۇراھال
hearing-volume-4 = يۇقىرى
hearing-volume-5 = ئەڭ يۇقىرى
hearing-pace = سۈرئەت
hearing-pace-1 = ئەڭ ئاستا
hearing-pace-2 = ئاستا
hearing-pace-3 = نورمال
hearing-pace-4 = تېز
hearing-pace-5 = ئەڭ تېز
hearing-blank = ئېكراننى يوشۇرۇپ، پەقەت ئاڭلاش
hearing-longer = ماڭا كۆپرەك ۋاقىت كېرەك
hearing-off = ئاۋازنى تاقاش
hearing-done = بولدى
