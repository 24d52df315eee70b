"""Floor 1: the business of a studio. It knows neither NiceGUI nor HTTP."""
