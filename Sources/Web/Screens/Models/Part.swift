/// What a fragment is rendered from: the words and the part.
struct Part: Sendable {
    var t: Words
    var content: any Sendable
}
