/// Why units do not make a tree that reports can climb.
public enum ForestFault: Error, Hashable, Sendable {
    case duplicate(UnitID)
    case missingParent(UnitID)
    case circle(UnitID)
    /// There must be exactly one unit of the kind.
    case notOne(UnitKind, found: Int)
}
