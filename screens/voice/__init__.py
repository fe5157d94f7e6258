"""What a page says of itself, without pixels and without sound: whoever cannot see it hears all that stands on it.

part       one thing on a page: what is written, what a mark or picture means, what pressing it does
page       a view as parts, in reading order
contents   what stands in the middle of each kind of page
pieces     what stands on many pages: actions, options, rows
sentences  parts as sentences, each piece in the tongue that can say it
aloud      numbers, dates, amounts and codes as people say them
tongue     the languages that are spoken
numerals   numbers in Chinese characters
"""
