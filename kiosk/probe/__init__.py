"""Eyes for a scripted resident: a Unix socket through which tests and the demo see what is on the touchscreen.

`kiosk run --probe SOCKET` opens it, on a training terminal only. It can press nothing: touches come from the outside, as
real input events (`kiosk.demo.hand`). One JSON object a line is asked, one is answered:

`{"ask": "page"}`
    `page` (the stable name of the page), `view` (all of it, its class as `type`; pictures as their number of bytes),
    `targets` (id → [x, y, width, height] in pixels, origin at the upper left), `size` of the window, `number` (counts
    the views shown since the start), `drawn` (whether it is on the screen), `shown_at` (since when it has been, in
    seconds of CLOCK_MONOTONIC, which all processes share), `page_at` (the same for the page, whatever changed on it).

`{"ask": "glance"}`
    `number` and `drawn` alone: who measures asks for these, because a whole page takes as long as drawing one.

`{"ask": "picture"}`
    `png`: what the window shows, in base64.

`{"ask": "timings"}`
    `first_page`: seconds from the start of the process to the first page on the screen; `cpu`: seconds of processor time
    used so far; `rss`: bytes of memory.

Anything else is answered by `{"error": …}`. Ask from `kiosk.demo.hand.Eyes`, or by hand:
`echo '{"ask": "page"}' | socat - UNIX:SOCKET`.
"""
