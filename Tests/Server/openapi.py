"""The published OpenAPI document as something to hold requests and answers against."""

import copy
import re

from jsonschema import Draft202012Validator, FormatChecker

METHODS = ("get", "put", "post", "delete", "head", "patch", "options")
RFC3339 = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")
formats = FormatChecker(formats=())


@formats.checks("date-time")
def is_instant(value):
    return not isinstance(value, str) or bool(RFC3339.match(value))


class Operation:
    def __init__(self, path, method, description):
        self.path = path
        self.method = method
        self.description = description
        self.pattern = re.compile("^" + re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(path)) + "$")

    @property
    def name(self):
        return self.description["operationId"]


class Document:
    """A parsed document, with every reference within reach."""

    def __init__(self, document):
        self.raw = document
        self.operations = [
            Operation(path, method, entry[method]) for path, entry in document["paths"].items() for method in METHODS if method in entry]
        # Answers may grow by the contract; what is served today must all be described.
        self.strict = self._closed(copy.deepcopy(document))

    @staticmethod
    def _closed(node):
        if isinstance(node, dict):
            if node.get("type") in ("object", ["object", "null"]) and "properties" in node:
                node.setdefault("additionalProperties", False)
            for value in node.values():
                Document._closed(value)
        elif isinstance(node, list):
            for value in node:
                Document._closed(value)
        return node

    def resolved(self, node):
        while isinstance(node, dict) and "$ref" in node:
            found = self.raw
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            node = found
        return node

    def operation(self, method, path):
        """The most literal operation for a request; None where none is described."""
        found = [one for one in self.operations if one.method == method.lower() and one.pattern.match(path)]
        return min(found, key=lambda one: one.path.count("{"), default=None)

    def check(self, value, schema, *, strictly=True):
        """Asserts that a value has the described shape."""
        root = self.strict if strictly else self.raw
        whole = {"components": root["components"], **schema}
        Draft202012Validator(whole, format_checker=formats).validate(value)

    def response(self, operation, status):
        responses = operation.description["responses"]
        return self.resolved(responses[str(status)]) if str(status) in responses else None

    def content(self, operation, status):
        described = self.response(operation, status)
        return None if described is None else described.get("content", {})


def media_type(response):
    return response.headers.get("Content-Type", "").split(";")[0].strip()


def matching(content, kind):
    """The described content for a media type."""
    return content.get(kind) or content.get("*/*")


def told(response):
    return f"{response.request.method} {response.request.path_url}: {response.status_code} {response.text[:400] if is_text(response) else ''}"


def is_text(response):
    return media_type(response) in ("application/json", "application/problem+json", "text/plain", "")


def examples(node, trail=()):
    """Every (schema, example) of a document's schemas, with where it stands."""
    if isinstance(node, dict):
        for example in node.get("examples", []) if isinstance(node.get("examples"), list) else []:
            yield "/".join(trail), node, example
        for name, value in node.items():
            yield from examples(value, (*trail, str(name)))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from examples(value, (*trail, str(number)))
