import Examiner
import PaperWire
import Press

/// Where each kind of job is done: foreign papers by the examiner, the council's own by the press.
struct Bench {
    var examiner: Examiner

    /// Total: whatever cannot be done is a `Reply.refused`.
    func perform(_ job: Job) -> Reply {
        do {
            switch job {
            case .inspect(let path):
                return .inspected(try examiner.inspect(path: path))
            case .render(let path, let page, let widthPx, let output):
                let image = try examiner.render(path: path, page: page, widthPx: widthPx, output: output)
                return .rendered(widthPx: image.widthPx, heightPx: image.heightPx, bytes: image.bytes)
            case .text(let path, let page):
                return .text(try examiner.text(path: path, page: page))
            case .verify(let path, let policy):
                return .verdict(try examiner.verify(path: path, policy: policy))
            case .verifyDetached(let signature, let content, let policy):
                return .verdict(try examiner.verifyDetached(signature: signature, content: content, policy: policy))
            case .certificates(let path):
                return .certificates(try examiner.certificates(path: path))
            case .photo(let path, let maxSidePx, let output):
                return .photo(try examiner.photo(path: path, maxSidePx: maxSidePx, output: output))
            case .typeset(let input, let output):
                let paper = try Press.typeset(input: input, output: output)
                return .typeset(pages: paper.pages, bytes: paper.bytes)
            }
        } catch let refused as Refused {
            return .refused(refused)
        } catch {
            return .refused(Refused(code: .badJob, detail: "\(error)"))
        }
    }
}
