import CPango
import Foundation
import PaperWire

/// Prints placed slabs on sheets, with what every sheet carries: page number, watermark, footer.
struct Sheets {
    static let footerPt = 8.0
    static let footerGrey = 0.35
    static let watermarkGrey = 0.93
    /// Part of the page's diagonal that the watermark spans, and its greatest size.
    static let watermarkSpan = 0.62
    static let watermarkMaxPt = 130.0
    /// The paper says who made it; the PDF's creator says with what.
    static let creator = "eCabinet"

    let paper: Paper
    let face: Face
    let measure: Measure

    func print(_ pages: [Pagination.Page]) throws -> [UInt8] {
        let ink = Ink(widthPt: Measure.widthPt, heightPt: Measure.heightPt)
        describe(ink.surface)
        let canvas = ink.canvas
        for (index, page) in pages.enumerated() {
            watermark(on: canvas)
            cairo_set_source_rgb(canvas, 0, 0, 0)
            if index > 0 { number(index + 1, on: canvas) }
            for (position, placed) in page.enumerated() {
                placed.slab.draw(canvas, measure.leftPt, measure.topPt + placed.yPt, position == page.count - 1)
            }
            footer(on: canvas)
            cairo_show_page(canvas)
        }
        return try Mending.setLanguage(paper.language, in: Mending.markDate(in: ink.finish()))
    }

    private func describe(_ surface: OpaquePointer) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, Plain.text(paper.title))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, Plain.text(paper.author))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, Self.creator)
        // Empty leaves the date out; cairo would otherwise write the time of setting.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, dateWithoutFraction)
    }

    /// Cairo takes no fractions of a second.
    private var dateWithoutFraction: String { (paper.createdAt ?? "").replacing(/\.[0-9]+/, with: "") }

    /// Centred in the top margin, none on page 1 (Decree 30/2020/NĐ-CP, Annex I).
    private func number(_ page: Int, on canvas: OpaquePointer) {
        let text = Typed([Paper.Run(String(page))], face: face, sizePt: measure.bodyPt, widthPt: measure.bodyWidthPt, alignment: .centre)
        text.draw(on: canvas, xPt: measure.leftPt, yPt: (measure.topPt - text.heightPt) / 2)
    }

    private func footer(on canvas: OpaquePointer) {
        guard let footer = paper.footer, !footer.isEmpty else { return }
        let text = Typed([Paper.Run(footer)], face: face, sizePt: Self.footerPt, widthPt: measure.bodyWidthPt, alignment: .centre)
        cairo_set_source_rgb(canvas, Self.footerGrey, Self.footerGrey, Self.footerGrey)
        text.draw(on: canvas, xPt: measure.leftPt, yPt: Measure.heightPt - (measure.bottomPt + text.heightPt) / 2)
    }

    /// Drawn as outlines: it must never mix with the text a reader copies, searches or hears.
    private func watermark(on canvas: OpaquePointer) {
        guard let word = paper.watermark, !word.isEmpty else { return }
        let runs = [Paper.Run(word, bold: true)]
        let probe = Typed(runs, face: face, sizePt: Self.watermarkMaxPt, widthPt: nil, alignment: .left)
        let diagonal = (Measure.widthPt * Measure.widthPt + Measure.heightPt * Measure.heightPt).squareRoot()
        let sizePt = Self.watermarkMaxPt * min(1, diagonal * Self.watermarkSpan / max(probe.widthPt, 1))
        let text = Typed(runs, face: face, sizePt: sizePt, widthPt: nil, alignment: .left)
        cairo_save(canvas)
        cairo_translate(canvas, Measure.widthPt / 2, Measure.heightPt / 2)
        cairo_rotate(canvas, -atan2(Measure.heightPt, Measure.widthPt))
        text.trace(on: canvas, xPt: -text.widthPt / 2, yPt: -text.heightPt / 2)
        cairo_set_source_rgb(canvas, Self.watermarkGrey, Self.watermarkGrey, Self.watermarkGrey)
        cairo_fill(canvas)
        cairo_restore(canvas)
    }
}
