"""The Web API methods that the stand-in knows; every other name is unknown_method."""
