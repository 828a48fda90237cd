import CPango
import PaperWire

/// Runs of text, shaped and broken into lines; each line can be drawn on its own, so a paragraph may go over the page.
final class Typed {
    /// One line: where it begins, how wide it is, its natural height and its baseline below the line's top.
    struct Line {
        fileprivate let glyphs: UnsafeMutablePointer<PangoLayoutLine>
        let xPt, widthPt, heightPt, baselinePt: Double
    }

    /// Narrower columns, such as those of tables, need every break they can get.
    static let unbrokenWidthPt = 200.0

    private let layout: OpaquePointer
    private(set) var lines: [Line] = []

    /// `widthPt` nil sets everything on one line per paragraph, however wide.
    init(_ runs: [Paper.Run], face: Face, sizePt: Double, widthPt: Double?, alignment: Paper.Alignment, indentPt: Double = 0) {
        layout = pango_layout_new(face.context)
        let description = face.description(sizePt: sizePt)
        pango_layout_set_font_description(layout, description)
        pango_font_description_free(description)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_auto_dir(layout, 0)
        if let widthPt { pango_layout_set_width(layout, Self.units(widthPt)) }
        pango_layout_set_indent(layout, Self.units(indentPt))
        switch alignment {
        case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        case .justified: pango_layout_set_justify(layout, 1)
        }
        setText(runs, unbroken: (widthPt ?? 0) >= Self.unbrokenWidthPt)
        measure()
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    var heightPt: Double { lines.reduce(0) { $0 + $1.heightPt } }
    var widthPt: Double { lines.reduce(0) { max($0, $1.widthPt) } }

    /// Draws line `index` with its top at `yPt`, the text's left edge at `xPt`.
    func draw(_ index: Int, on canvas: OpaquePointer, xPt: Double, yPt: Double) {
        cairo_move_to(canvas, xPt + lines[index].xPt, yPt + lines[index].baselinePt)
        pango_cairo_show_layout_line(canvas, lines[index].glyphs)
    }

    /// Draws all lines from `yPt` downwards.
    func draw(on canvas: OpaquePointer, xPt: Double, yPt: Double) {
        var y = yPt
        for index in lines.indices {
            draw(index, on: canvas, xPt: xPt, yPt: y)
            y += lines[index].heightPt
        }
    }

    /// Adds the outlines of the first line to the current path, for text that is to be seen but not read.
    func trace(on canvas: OpaquePointer, xPt: Double, yPt: Double) {
        guard let line = lines.first else { return }
        cairo_move_to(canvas, xPt + line.xPt, yPt + line.baselinePt)
        pango_cairo_layout_line_path(canvas, line.glyphs)
    }

    private func setText(_ runs: [Paper.Run], unbroken: Bool) {
        let attributes = pango_attr_list_new()
        var text = ""
        for run in runs {
            let start = UInt32(text.utf8.count)
            text += Plain.text(run.text)
            let end = UInt32(text.utf8.count)
            var styles: [UnsafeMutablePointer<PangoAttribute>?] = []
            if run.bold { styles.append(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
            if run.italic { styles.append(pango_attr_style_new(PANGO_STYLE_ITALIC)) }
            for case let style? in styles {
                style.pointee.start_index = start
                style.pointee.end_index = end
                pango_attr_list_insert(attributes, style)
            }
        }
        for symbol in unbroken ? Plain.symbols(in: text) : [] {
            guard let style = pango_attr_allow_breaks_new(0) else { continue }
            style.pointee.start_index = UInt32(symbol.lowerBound)
            style.pointee.end_index = UInt32(symbol.upperBound)
            pango_attr_list_insert(attributes, style)
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_text(layout, text, -1)
    }

    private func measure() {
        let walk = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(walk) }
        repeat {
            guard let glyphs = pango_layout_iter_get_line_readonly(walk) else { continue }
            var box = PangoRectangle()
            pango_layout_iter_get_line_extents(walk, nil, &box)
            lines.append(Line(
                glyphs: glyphs, xPt: Self.points(box.x), widthPt: Self.points(box.width), heightPt: Self.points(box.height),
                baselinePt: Self.points(pango_layout_iter_get_baseline(walk) - box.y)))
        } while pango_layout_iter_next_line(walk) != 0
    }

    private static func units(_ pt: Double) -> Int32 { Int32((pt * Double(PANGO_SCALE)).rounded()) }
    private static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
}
