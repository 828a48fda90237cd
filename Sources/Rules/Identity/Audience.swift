/// Who may hear of a fact: any of these grants, minus persons. The one law of visibility: fixed when the fact is appended,
/// compared with the caller's grants of today by queries, search, export and push alike.
public struct Audience: Hashable, Sendable, CustomStringConvertible {
    public var anyOf: [Grant]
    public var except: [Grant]

    public init(_ anyOf: Grant..., except: [UserID] = []) {
        self.anyOf = anyOf
        self.except = except.map(Grant.person)
    }

    /// As it stands in the log: grants separated by spaces, the excepted ones with `!` before them. A grant that cannot be
    /// read admits nobody.
    public init(logged text: String) {
        anyOf = []
        except = []
        for word in text.split(separator: " ") {
            if word.first == "!" {
                if let grant = Grant(logged: word.dropFirst()) { except.append(grant) }
            } else if let grant = Grant(logged: word) {
                anyOf.append(grant)
            }
        }
    }

    public var description: String { (anyOf.map(\.text) + except.map { "!" + $0.text }).joined(separator: " ") }

    public func admits(_ grants: Set<Grant>) -> Bool {
        anyOf.contains(where: grants.contains) && !except.contains(where: grants.contains)
    }
}
