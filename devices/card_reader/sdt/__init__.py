"""The SDT (SAM_V) protocol of second-generation identity card readers: bytes in, values out, no line and no clock.

Norms: GA 467 (interface of the SAM) and GA 450 (desk readers).
"""
