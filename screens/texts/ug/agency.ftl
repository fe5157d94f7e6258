# Not reviewed by a speaker: proof of a page that is read from the right. What is missing is said in Chinese.

agency-for-title = بۇ ئىش كىم ئۈچۈن؟
agency-for-self = ئۆزۈم ئۈچۈن
agency-for-self-how = قويغان كىملىك ئۆزىڭىزنىڭ
agency-for-family = ئائىلەمدىكىلەر ئۈچۈن
agency-for-family-how = ئائىلەڭىزدىكى كىشى بۇ يەردە، كېيىن ئۇنىڭ كىملىكىنى قويۇڭ
agency-for-agency = مەن تىزىملانغان ۋاكالەتچى
agency-for-agency-how = تىزىملىكتە بار، ئاھالە نەق مەيداندا
