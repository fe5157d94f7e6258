# Not reviewed by a speaker: proof of a page that is read from the right. What is missing is said in Chinese.

sharing-offer = تارماقلاردا بار ئۇچۇرنى ئىشلىتىش
