/// What a member thinks of an item before the session; who has not said counts as "chưa cho ý kiến" (features 17).
public enum ItemStance: String, Codable, Hashable, Sendable, CaseIterable {
    case agree, object
}
