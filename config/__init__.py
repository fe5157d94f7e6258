"""Settings, catalogue and signed releases: schema, activation, rollback, and the operator's publisher."""
