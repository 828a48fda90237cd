/// A file of `Storage/Seeds/units`: a version of the tree and the units that belong to it.
public struct UnitSeed: Codable, Hashable, Sendable {
    public var tree: TreeVersion
    /// Where names and codes come from.
    public var source: String
    public var units: [UnitRecord]

    public init(tree: TreeVersion, source: String, units: [UnitRecord]) {
        self.tree = tree
        self.source = source
        self.units = units
    }
}
