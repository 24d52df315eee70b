"""Any file within limits, attached to whatever a room says can carry files: checked, encrypted, gone for good."""
