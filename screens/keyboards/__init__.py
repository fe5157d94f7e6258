"""On-screen keyboards without pixels: layouts, what a key does to a text, dates, Pinyin."""
