/// A piece of the paper that is never divided: a line, a band of a table row, a heading, a signature block.
final class Slab {
    /// Draws on a cairo context at a left edge and a top.
    typealias Draw = (_ canvas: OpaquePointer, _ xPt: Double, _ yPt: Double, _ closesPage: Bool) -> Void

    let heightPt: Double
    /// White above; dropped at the top of a page.
    let gapPt: Double
    /// Stays on one page with the slab behind it wherever the chain so made fits on a page.
    var keepsWithNext: Bool
    /// Stands at the top of a page.
    var beginsPage = false
    /// Set again on top of a page that this slab begins.
    let repeats: Slab?
    let draw: Draw

    init(heightPt: Double, gapPt: Double = 0, keepsWithNext: Bool = false, repeats: Slab? = nil, draw: @escaping Draw = { _, _, _, _ in }) {
        self.heightPt = heightPt
        self.gapPt = gapPt
        self.keepsWithNext = keepsWithNext
        self.repeats = repeats
        self.draw = draw
    }
}
