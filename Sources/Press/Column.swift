import CPango
import PaperWire

/// Lines set under each other on one axis, each with an optional rule beneath: half of a heading, a title, a signature.
struct Column {
    static let ruleGapPt = 2.5
    static let ruleWidthPt = 0.7
    static let afterRulePt = 4.0

    private struct Entry {
        let text: Typed
        let rule: Double
        let yPt: Double
    }

    private let entries: [Entry]
    private let pitch: Double
    let widthPt: Double
    let heightPt: Double

    init(_ lines: [Paper.HeadLine], face: Face, widthPt: Double, alignment: Paper.Alignment = .centre, pitch: Double = 1) {
        var entries: [Entry] = []
        var yPt = 0.0
        for line in lines {
            let text = Typed(line.runs, face: face, sizePt: line.sizePt, widthPt: widthPt, alignment: alignment)
            entries.append(Entry(text: text, rule: line.rule, yPt: yPt))
            yPt += text.heightPt * pitch + (line.rule > 0 ? Self.ruleGapPt + Self.afterRulePt : 0)
        }
        self.entries = entries
        self.pitch = pitch
        self.widthPt = widthPt
        heightPt = yPt
    }

    /// Width of the widest line when nothing is broken.
    static func naturalWidthPt(_ lines: [Paper.HeadLine], face: Face) -> Double {
        lines.reduce(0) { max($0, Typed($1.runs, face: face, sizePt: $1.sizePt, widthPt: nil, alignment: .left).widthPt) }
    }

    func draw(on canvas: OpaquePointer, xPt: Double, yPt: Double) {
        for entry in entries {
            entry.text.draw(on: canvas, xPt: xPt, yPt: yPt + entry.yPt)
            guard entry.rule > 0 else { continue }
            let length = entry.text.widthPt * entry.rule
            let ruleY = yPt + entry.yPt + entry.text.heightPt * pitch + Self.ruleGapPt
            cairo_set_line_width(canvas, Self.ruleWidthPt)
            cairo_move_to(canvas, xPt + (widthPt - length) / 2, ruleY)
            cairo_line_to(canvas, xPt + (widthPt + length) / 2, ruleY)
            cairo_stroke(canvas)
        }
    }
}
