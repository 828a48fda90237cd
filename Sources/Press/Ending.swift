import PaperWire

/// The end of a paper, one piece: two columns of signatures, or recipients left and one signature right.
struct Ending {
    static let recipientsPart = 0.45

    private let left, right: Column
    private let leftName, rightName: Column
    private let rightX: Double
    private let nameY: Double

    init(left: [Paper.HeadLine], right: [Paper.HeadLine], signingGapPt: Double, recipients: Bool, face: Face, widthPt: Double) {
        let leftWidth = widthPt * (recipients ? Self.recipientsPart : 0.5)
        let rightWidth = widthPt - leftWidth
        let leftHead = recipients ? left[...] : left.dropLast()
        self.left = Column(Array(leftHead), face: face, widthPt: leftWidth, alignment: recipients ? .left : .centre)
        leftName = Column(recipients ? [] : Array(left.suffix(1)), face: face, widthPt: leftWidth)
        self.right = Column(Array(right.dropLast()), face: face, widthPt: rightWidth)
        rightName = Column(Array(right.suffix(1)), face: face, widthPt: rightWidth)
        rightX = leftWidth
        // Names stand on one level, below the higher of the two heads.
        nameY = (recipients ? self.right.heightPt : max(self.left.heightPt, self.right.heightPt)) + signingGapPt
    }

    func slab(gapPt: Double) -> Slab {
        let heightPt = max(left.heightPt, nameY + max(leftName.heightPt, rightName.heightPt))
        return Slab(heightPt: heightPt, gapPt: gapPt) { canvas, xPt, yPt, _ in
            left.draw(on: canvas, xPt: xPt, yPt: yPt)
            right.draw(on: canvas, xPt: xPt + rightX, yPt: yPt)
            leftName.draw(on: canvas, xPt: xPt, yPt: yPt + nameY)
            rightName.draw(on: canvas, xPt: xPt + rightX, yPt: yPt + nameY)
        }
    }
}
