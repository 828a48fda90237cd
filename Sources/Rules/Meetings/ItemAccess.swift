/// Who may read an item and its papers: asked by lists, papers, polls, minutes and push alike (features 10, 15, 32).
public struct ItemAccess: Hashable, Sendable {
    /// How a person stands towards the meeting, the widest standing first.
    public enum Viewer: Hashable, Sendable, CaseIterable {
        case secretariat, presiding, auditor, roster, guest
    }

    public var visibility: ItemVisibility
    /// A private part of the session: guests lose the item at once.
    public var isClosed: Bool

    public init(visibility: ItemVisibility = .public, isClosed: Bool = false) {
        self.visibility = visibility
        self.isClosed = isClosed
    }

    /// Whether the item exists for the viewer at all.
    public func mayRead(_ viewer: Viewer) -> Bool {
        switch viewer {
        case .secretariat, .presiding, .auditor: true
        case .roster: visibility != .hidden
        case .guest: visibility == .public && !isClosed
        }
    }

    /// Whether he may read its papers: who takes no part in the item knows of it, but not what is in them.
    public func mayReadPapers(_ viewer: Viewer, isRecused: Bool) -> Bool {
        !isRecused && mayRead(viewer)
    }
}
