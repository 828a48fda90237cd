import NIOCore

/// Messages of one socket in order, for one reader. Reading from the network pauses while too many wait here.
public struct InboundMessages: AsyncSequence, Sendable {
    typealias Producer = NIOAsyncSequenceProducer<SocketMessage, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, Demand>

    /// Tells the channel handler, on its own event loop, that there is room again.
    struct Demand: NIOAsyncSequenceProducerDelegate {
        let onDemand: @Sendable () -> Void
        func produceMore() { onDemand() }
        func didTerminate() {}
    }

    private let producer: Producer

    static func make(_ configuration: SocketConfiguration, onDemand: @escaping @Sendable () -> Void) -> (messages: Self, source: Producer.Source) {
        let made = Producer.makeSequence(
            backPressureStrategy: .init(lowWatermark: configuration.inboundLowWatermark, highWatermark: configuration.inboundHighWatermark),
            finishOnDeinit: true, delegate: Demand(onDemand: onDemand))
        return (Self(producer: made.sequence), made.source)
    }

    public func makeAsyncIterator() -> Iterator { Iterator(base: producer.makeAsyncIterator()) }

    public struct Iterator: AsyncIteratorProtocol {
        let base: Producer.AsyncIterator
        public mutating func next() async -> SocketMessage? { await base.next() }
    }
}
