"""Draw every icon and picture again into `screens/icons` and `screens/pictures`."""

from screens.artwork.gallery import draw_all

draw_all()
