"""The content store as it lies on disk."""


def kept(city):
    """Names of all that lies in the content store, finished or not."""
    return sorted(path.name for path in (city.server.data / "documents").rglob("*") if path.is_file())
