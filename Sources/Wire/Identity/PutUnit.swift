public import Rules

/// Body of `PUT /users/{id}/unit`: where an account works, and whether it heads the unit.
public struct PutUnit: Codable, Sendable {
    public var unitId: UnitID?
    public var head: Bool?

    public init(unitId: UnitID?, head: Bool? = nil) {
        self.unitId = unitId
        self.head = head
    }
}
