"""What a resident sees and touches: views (plain values), Kivy screens, keyboards, theme, texts."""
