/// The units of one version of the tree, ready to be asked who stands above whom.
public struct UnitForest: Sendable {
    public let tree: TreeVersion
    public let units: [UnitID: UnitRecord]
    public let leadership: UnitID
    public let office: UnitID
    public let serviceCentre: UnitID

    /// Refuses with the first fault: a double id, a parent that is not there, a circle, or not exactly one leadership, office and service centre.
    public init(_ tree: TreeVersion, units list: [UnitRecord]) throws(ForestFault) {
        var units: [UnitID: UnitRecord] = [:]
        for unit in list {
            guard units.updateValue(unit, forKey: unit.id) == nil else { throw .duplicate(unit.id) }
        }
        for unit in list {
            if let parent = unit.parent, units[parent] == nil { throw .missingParent(unit.id) }
        }
        for unit in list {
            var seen: Set<UnitID> = [unit.id]
            var above = unit.parent
            while let next = above {
                guard seen.insert(next).inserted else { throw .circle(unit.id) }
                above = units[next]?.parent
            }
        }
        func one(_ kind: UnitKind) throws(ForestFault) -> UnitID {
            let found = list.filter { $0.kind == kind }
            guard found.count == 1 else { throw .notOne(kind, found: found.count) }
            return found[0].id
        }
        self.tree = tree
        self.units = units
        leadership = try one(.leadership)
        office = try one(.office)
        serviceCentre = try one(.serviceCentre)
    }

    public subscript(id: UnitID) -> UnitRecord? { units[id] }

    public func name(_ id: UnitID) -> BilingualText { units[id]?.name ?? BilingualText(vi: id.text, en: id.text) }

    /// Directly above, as the tree stands.
    public func parent(of id: UnitID) -> UnitID? { units[id]?.parent }

    /// From the unit upwards, itself first.
    public func line(from id: UnitID) -> [UnitID] {
        var line: [UnitID] = []
        var next: UnitID? = units[id]?.id
        while let unit = next {
            line.append(unit)
            next = units[unit]?.parent
        }
        return line
    }

    /// Whether `unit` is `other` or stands above it.
    public func isAtOrAbove(_ unit: UnitID, _ other: UnitID) -> Bool { line(from: other).contains(unit) }
}
