import Foundation

/// The JSON of a value, read back without its type, so that a test sees keys and nulls as a foreign program does.
struct JSONShape {
    let members: [String: Any]

    init(of value: some Encodable) throws {
        members = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? [String: Any] ?? [:]
    }

    var keys: Set<String> { Set(members.keys) }

    /// The key stands there, as null.
    func isNull(_ key: String) -> Bool { members[key] is NSNull }
}

func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
}

func text(_ members: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
}
