"""A signature as a picture, made from its strokes."""

from io import BytesIO

from screens.views.inputs import Stroke

WIDTH, HEIGHT, PEN = 1200, 480, 7


def png(strokes: tuple[Stroke, ...]) -> bytes:
    """Return the strokes as black ink on white, 1200 × 480 pixels, PNG without metadata."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  # after the first page

    picture = Image.new("1", (WIDTH, HEIGHT), 1)
    draw = ImageDraw.Draw(picture)
    for stroke in strokes:
        points = [(x * (WIDTH - 1), y * (HEIGHT - 1)) for x, y in stroke]
        if len(points) > 1:
            draw.line(points, fill=0, width=PEN, joint="curve")
        for x, y in points:
            draw.ellipse((x - PEN / 2, y - PEN / 2, x + PEN / 2, y + PEN / 2), fill=0)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
