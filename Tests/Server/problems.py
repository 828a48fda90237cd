"""The shape of every refusal: RFC 9457, in the reader's language, with a code that is stable."""

import jsonschema

SHAPE = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string", "minLength": 1},
        "title": {"type": "string", "minLength": 1},
        "status": {"type": "integer"},
        "detail": {"type": "string", "minLength": 8},
        "code": {"type": "string", "pattern": r"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$"},
        "errors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {"pointer": {"type": "string", "minLength": 1}, "detail": {"type": "string", "minLength": 4}},
            },
        },
    },
}


def refused(response, status, code=None, pointer=None):
    """Asserts a refusal and gives its body: status in line and body alike, the right media type, sentences instead of keys."""
    told = f"{response.request.method} {response.request.path_url}: {response.status_code} {response.text[:600]}"
    assert response.status_code == status, told
    assert response.headers["Content-Type"].split(";")[0] == "application/problem+json", told
    body = response.json()
    jsonschema.validate(body, SHAPE)
    assert body["status"] == status, told
    if code is not None:
        assert body["code"] == code, told
    if pointer is not None:
        assert pointer in [error["pointer"] for error in body.get("errors", [])], told
    for text in [body["title"], body["detail"], *[error["detail"] for error in body.get("errors", [])]]:
        assert "{" not in text and not text.startswith(("refusal.", "field.", "problem.", "status.", "poll.", "count.")), f"a key or a hole instead of a sentence: {text!r}"
    if status == 401:
        assert "WWW-Authenticate" in response.headers, told
    if status in (429, 503):
        assert int(response.headers["Retry-After"]) >= 1, told
    return body
