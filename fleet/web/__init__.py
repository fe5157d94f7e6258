"""The platform over HTTP, as `docs/platform-api.yaml` says."""
