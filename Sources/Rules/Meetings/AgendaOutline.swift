/// The agenda as an outline: items in their order, each below another or at the top, numbered 1, 1.1, 1.1.1 by where they stand.
///
/// The order is always that of reading: an item is followed by those below it. What the numbers are is said here and nowhere else.
public struct AgendaOutline: Hashable, Sendable {
    /// 1, 1.1, 1.1.1: deeper numbers can be neither read aloud nor remembered.
    public static let maxLevels = 3

    public struct Entry: Hashable, Sendable {
        public var id: AgendaItemID
        /// Nil at the top.
        public var parent: AgendaItemID?

        public init(_ id: AgendaItemID, under parent: AgendaItemID? = nil) {
            self.id = id
            self.parent = parent
        }
    }

    /// What an item is called, and how far in it stands.
    public struct Label: Hashable, Sendable {
        /// "2", "2.1"
        public var number: String
        /// 0 at the top.
        public var depth: Int
        public var parent: AgendaItemID?
    }

    public private(set) var entries: [Entry]

    /// - Parameter entries: in the order of reading. One whose parent does not stand before it stands at the top, so that every list has numbers.
    public init(_ entries: [Entry]) {
        var seen: Set<AgendaItemID> = []
        var kept: [Entry] = []
        for entry in entries {
            kept.append(Entry(entry.id, under: entry.parent.flatMap { seen.contains($0) ? $0 : nil }))
            seen.insert(entry.id)
        }
        self.entries = kept
        self.entries = sorted()
    }

    /// The number of every item.
    public func labels() -> [AgendaItemID: Label] {
        var labels: [AgendaItemID: Label] = [:]
        var counts: [AgendaItemID?: Int] = [:]
        for entry in entries {
            let count = counts[entry.parent, default: 0] + 1
            counts[entry.parent] = count
            let above = entry.parent.flatMap { labels[$0] }
            labels[entry.id] = Label(number: above.map { "\($0.number).\(count)" } ?? "\(count)", depth: above.map { $0.depth + 1 } ?? 0, parent: entry.parent)
        }
        return labels
    }

    public func children(of parent: AgendaItemID?) -> [AgendaItemID] { entries.filter { $0.parent == parent }.map(\.id) }

    /// The item and all below it, in their order.
    public func branch(_ id: AgendaItemID) -> [AgendaItemID] {
        var branch: Set<AgendaItemID> = [id]
        return entries.filter { entry in
            if let parent = entry.parent, branch.contains(parent) { branch.insert(entry.id) }
            return branch.contains(entry.id)
        }.map(\.id)
    }

    /// A new last item below `parent`.
    /// - Throws: `request.invalid` at `/parentId`: `field.unknown-item`, `agenda.too-deep`.
    public mutating func append(_ id: AgendaItemID, under parent: AgendaItemID?) throws(Refusal) {
        try requireRoom(under: parent, height: 1)
        entries.append(Entry(id, under: parent))
        entries = sorted()
    }

    /// Puts an item, and all below it, under `parent` as its `place`th child, from 1; nil makes it the last.
    /// - Throws: `request.invalid`: at `/parentId` `field.unknown-item`, `agenda.circle`, `agenda.too-deep`; at `pointer` `field.out-of-range`.
    public mutating func move(_ id: AgendaItemID, under parent: AgendaItemID?, place: Int?, pointer: String = "/place") throws(Refusal) {
        let branch = branch(id)
        if let parent, branch.contains(parent) { throw .invalid("/parentId", "agenda.circle") }
        let labels = labels()
        let depth = labels[id]?.depth ?? 0
        let height = 1 + (branch.compactMap { labels[$0]?.depth }.max() ?? depth) - depth
        try requireRoom(under: parent, height: height)
        var siblings = children(of: parent).filter { $0 != id }
        if let place, !(1...siblings.count + 1).contains(place) {
            throw .invalid(pointer, "field.out-of-range", ["minimum": "1", "maximum": "\(siblings.count + 1)"])
        }
        siblings.insert(id, at: place.map { $0 - 1 } ?? siblings.count)
        let rest = entries.filter { !siblings.contains($0.id) }
        entries = rest + siblings.map { Entry($0, under: parent) }
        entries = sorted()
    }

    private func requireRoom(under parent: AgendaItemID?, height: Int) throws(Refusal) {
        var depth = 0
        if let parent {
            guard let above = labels()[parent] else { throw .invalid("/parentId", "field.unknown-item", ["id": parent.text]) }
            depth = above.depth + 1
        }
        guard depth + height <= Self.maxLevels else { throw .invalid("/parentId", "agenda.too-deep", ["levels": "\(Self.maxLevels)"]) }
    }

    /// The order of reading: each item before those below it, siblings as they stand.
    private func sorted() -> [Entry] {
        var below: [AgendaItemID?: [Entry]] = [:]
        for entry in entries { below[entry.parent, default: []].append(entry) }
        var order: [Entry] = []
        var open = Array((below[nil] ?? []).reversed())
        while let next = open.popLast() {
            order.append(next)
            open += (below[next.id] ?? []).reversed()
        }
        return order
    }
}
