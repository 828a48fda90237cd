import PaperWire

/// Everything that happened to a document between a signed revision and the file as it is.
struct RevisionChanges {
    struct Change: Equatable {
        var kind: ChangeClass
        var detail: ChangeDetail
    }

    private(set) var list: [Change] = []
    /// New or altered visible marks, by page number: those that might hide what was signed.
    var markedPages: Set<Int> = []
    /// Pages on which something changed shows although it was found elsewhere first.
    private var reachedPages: Set<Int> = []

    static let maxKept = 200

    mutating func add(_ kind: ChangeClass, _ detail: ChangeDetail) {
        let change = Change(kind: kind, detail: detail)
        if list.count < Self.maxKept || !list.contains(where: { $0.kind >= kind }), !list.contains(change) { list.append(change) }
    }

    mutating func add(_ more: [Change]) {
        for change in more { add(change.kind, change.detail) }
    }

    /// Every page that something was done to, rising.
    var pages: [Int] {
        let told = list.compactMap { change -> Int? in
            switch change.detail {
            case .pageContent(let page), .annotation(let page), .annotationAltered(let page): page
            default: nil
            }
        }
        return markedPages.union(reachedPages).union(told).sorted()
    }

    /// Takes in on which pages changed objects show; the pages whose content differs are told together.
    mutating func tell(contents: Set<Int>, marks: Set<Int>) {
        reachedPages = contents.union(marks)
        let told = list.compactMap { if case .pageContent(let page) = $0.detail, $0.kind == .page { page } else { nil } }
        let all = contents.union(told).sorted()
        guard all.count > 1 else { return all.forEach { add(.page, .pageContent($0)) } }
        list.removeAll { if case .pageContent = $0.detail { $0.kind == .page } else { false } }
        // First, because the first reason is the one that is shown.
        list.insert(Change(kind: .page, detail: .pageContents(all)), at: 0)
    }

    var worst: ChangeClass { list.map(\.kind).max() ?? .none }

    func details(of kind: ChangeClass) -> [ChangeDetail] { list.filter { $0.kind == kind }.map(\.detail) }
}
