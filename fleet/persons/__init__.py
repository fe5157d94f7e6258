"""Who somebody is who shows a code of an app, or a card that does not say it itself; for which organisation they act."""
