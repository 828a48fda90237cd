import Foundation

/// Any JSON value, so that what the server says reaches programs whole, later additions included.
enum JSON: Codable, Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Asks "is it this?": a miss only leads to the next question, the last one throws.
        func value<Value: Decodable>(_ type: Value.Type) -> Value? { try? container.decode(type) }
        if container.decodeNil() {
            self = .null
        } else if let value = value(Bool.self) {
            self = .bool(value)
        } else if let value = value(Int64.self) {
            self = .integer(value)
        } else if let value = value(Double.self) {
            self = .number(value)
        } else if let value = value(String.self) {
            self = .string(value)
        } else if let value = value([JSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSON {
    /// The JSON of a typed value, to stand inside another.
    init(of value: some Encodable) throws(Failure) {
        do {
            self = try JSONDecoder().decode(JSON.self, from: JSONEncoder().encode(value))
        } catch {
            throw .local("\(error)")
        }
    }
}
