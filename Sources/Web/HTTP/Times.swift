import Rules

/// RFC 3339 both ways, as the contract has it.
enum Times {
    static func text(_ time: Timestamp) -> String { time.rfc3339 }
    static func text(_ time: Timestamp?) -> String? { time?.rfc3339 }

    static func time(_ text: String, at pointer: String) throws(Refusal) -> Timestamp {
        guard let time = Timestamp(rfc3339: text) else { throw .invalid(pointer, "field.time") }
        return time
    }
}
