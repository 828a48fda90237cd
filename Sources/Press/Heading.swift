import PaperWire

/// The head of page 1: issuing body left, national heading right; number and date on one level below the rules.
struct Heading {
    static let gutterPt = 8.0
    static let belowRulesPt = 5.0
    /// Part of the text width that the national heading takes: as much as it needs, between these.
    static let rightPart = 0.54...0.64

    private let upperLeft, upperRight, lowerLeft, lowerRight: Column
    private let lowerY: Double
    private let rightX: Double

    init(left: [Paper.HeadLine], right: [Paper.HeadLine], face: Face, widthPt: Double) {
        let needed = Column.naturalWidthPt(right, face: face) + 1
        let rightWidth = min(max(needed, widthPt * Self.rightPart.lowerBound), widthPt * Self.rightPart.upperBound)
        let leftWidth = widthPt - rightWidth - Self.gutterPt
        let (leftUpper, leftLower) = Self.divide(left)
        let (rightUpper, rightLower) = Self.divide(right)
        upperLeft = Column(leftUpper, face: face, widthPt: leftWidth)
        upperRight = Column(rightUpper, face: face, widthPt: rightWidth)
        lowerLeft = Column(leftLower, face: face, widthPt: leftWidth)
        lowerRight = Column(rightLower, face: face, widthPt: rightWidth)
        rightX = leftWidth + Self.gutterPt
        let upper = max(upperLeft.heightPt, upperRight.heightPt)
        lowerY = upper + (max(lowerLeft.heightPt, lowerRight.heightPt) > 0 ? Self.belowRulesPt : 0)
    }

    func slab(gapPt: Double) -> Slab {
        Slab(heightPt: lowerY + max(lowerLeft.heightPt, lowerRight.heightPt), gapPt: gapPt) { canvas, xPt, yPt, _ in
            upperLeft.draw(on: canvas, xPt: xPt, yPt: yPt)
            upperRight.draw(on: canvas, xPt: xPt + rightX, yPt: yPt)
            lowerLeft.draw(on: canvas, xPt: xPt, yPt: yPt + lowerY)
            lowerRight.draw(on: canvas, xPt: xPt + rightX, yPt: yPt + lowerY)
        }
    }

    /// Up to and including the last ruled line, and the rest.
    private static func divide(_ lines: [Paper.HeadLine]) -> ([Paper.HeadLine], [Paper.HeadLine]) {
        guard let ruled = lines.lastIndex(where: { $0.rule > 0 }) else { return (lines, []) }
        return (Array(lines[...ruled]), Array(lines[(ruled + 1)...]))
    }
}
