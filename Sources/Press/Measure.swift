import PaperWire

/// The sheet in points (1/72 inch): A4 and what the paper's layout leaves of it.
struct Measure {
    static let widthPt = 210 * pointsPerMM
    static let heightPt = 297 * pointsPerMM
    static let pointsPerMM = 72 / 25.4

    let topPt, bottomPt, leftPt, rightPt: Double
    let indentPt: Double
    let bodyPt: Double
    let tablePt: Double
    let paragraphGapPt: Double
    let linePitch: Double

    init(_ layout: Paper.Layout) {
        topPt = layout.topMM * Self.pointsPerMM
        bottomPt = layout.bottomMM * Self.pointsPerMM
        leftPt = layout.leftMM * Self.pointsPerMM
        rightPt = layout.rightMM * Self.pointsPerMM
        indentPt = layout.indentMM * Self.pointsPerMM
        bodyPt = layout.bodyPt
        tablePt = layout.tablePt ?? layout.bodyPt
        paragraphGapPt = layout.paragraphGapPt
        linePitch = layout.linePitch
    }

    var bodyWidthPt: Double { Self.widthPt - leftPt - rightPt }
    var bodyHeightPt: Double { Self.heightPt - topPt - bottomPt }
}
