import PaperWire

/// Divides slabs among pages. Pure: heights in, places out.
enum Pagination {
    struct Placed {
        let slab: Slab
        let yPt: Double
    }
    typealias Page = [Placed]

    /// A repeated header may take this part of a page, no more: else no row would ever follow it.
    static let maxHeaderPart = 0.5
    /// Heights are sums of fractions; a hair over is not a page over.
    static let slackPt = 0.01

    /// At least one page, also for an empty paper. Throws `tooComplex` beyond `maxPages`, or for a slab no page can hold.
    static func paginate(_ slabs: [Slab], heightPt: Double, maxPages: Int) throws -> [Page] {
        var pages: [Page] = []
        var page: Page = []
        var yPt = 0.0
        var headed = false

        func place(_ slab: Slab, gapPt: Double) {
            page.append(Placed(slab: slab, yPt: yPt + gapPt))
            yPt += gapPt + slab.heightPt
        }
        func turn(for slab: Slab) throws {
            pages.append(page)
            guard pages.count < maxPages else { throw Refused(code: .tooComplex, detail: "more than \(maxPages) pages") }
            page = []
            yPt = 0
            headed = slab.repeats != nil
            if let header = slab.repeats { place(header, gapPt: 0) }
        }
        func gap(above slab: Slab) -> Double { page.isEmpty || (headed && page.count == 1) ? 0 : slab.gapPt }

        for slab in slabs {
            let headerPt = slab.repeats?.heightPt ?? 0
            guard slab.heightPt + headerPt <= heightPt + slackPt, headerPt <= heightPt * maxHeaderPart else {
                throw Refused(code: .tooComplex, detail: "a block is higher than a page")
            }
        }
        for chain in chains(slabs) {
            let insidePt = chain.dropFirst().reduce(0) { $0 + $1.gapPt } + chain.reduce(0) { $0 + $1.heightPt }
            let first = chain[chain.startIndex]
            if first.beginsPage, !page.isEmpty { try turn(for: first) }
            let fits = yPt + gap(above: first) + insidePt <= heightPt + slackPt
            if !fits, !page.isEmpty, (first.repeats?.heightPt ?? 0) + insidePt <= heightPt + slackPt { try turn(for: first) }
            for slab in chain {
                if yPt + gap(above: slab) + slab.heightPt > heightPt + slackPt, !page.isEmpty { try turn(for: slab) }
                place(slab, gapPt: gap(above: slab))
            }
        }
        return pages + [page]
    }

    private static func chains(_ slabs: [Slab]) -> [ArraySlice<Slab>] {
        var chains: [ArraySlice<Slab>] = []
        var start = slabs.startIndex
        for index in slabs.indices where !slabs[index].keepsWithNext || index == slabs.endIndex - 1 {
            chains.append(slabs[start...index])
            start = index + 1
        }
        return chains
    }
}
