package io.greenstack.edge.mqtt;

import java.net.SocketAddress;
import java.util.Iterator;
import java.util.concurrent.ThreadFactory;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.util.AttributeKey;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;

/**
 * Finds the Netty channel under a {@code MqttClient}.
 *
 * <p>
 * The Vert.x MQTT client has no way to pause reading, and its {@code ack()} flushes the socket for every single message. Both
 * need the channel, which the client keeps private. The client asks the {@code Vertx} it was made with for the transport that
 * prepares its socket; this wrapper marks the socket there with an attribute, and later picks the marked channel out of those
 * registered with the event loop. All of it is public API of Vert.x 4.5 and Netty 4.1 (io_uring alone does not list its
 * channels); no reflection, so it works in a native image. Kept in one class because Vert.x 5 moves these types.
 */
final class ChannelTap extends VertxWrapper {

    private static final AttributeKey<ChannelTap> OWNER = AttributeKey.valueOf(ChannelTap.class, "owner");

    private final Transport transport;

    ChannelTap(VertxInternal vertx) {
        super(vertx);
        this.transport = new MarkingTransport(vertx.transport());
    }

    @Override
    public Transport transport() {
        return transport;
    }

    /**
     * The channel of the client that was created with this object.
     *
     * @param loop the event loop the connection lives on; must be the calling thread's
     * @return the open channel
     * @throws IllegalStateException if there is none
     */
    Channel find(EventLoop loop) {
        if (loop instanceof SingleThreadEventLoop singleThread) {
            for (Iterator<Channel> it = singleThread.registeredChannelsIterator(); it.hasNext();) {
                Channel channel = it.next();
                if (channel.isActive() && channel.attr(OWNER).get() == this) {
                    return channel;
                }
            }
        }
        throw new IllegalStateException("The MQTT connection is not among the channels of its event loop");
    }

    private final class MarkingTransport implements Transport {

        private final Transport inner;

        MarkingTransport(Transport inner) {
            this.inner = inner;
        }

        @Override
        public void configure(ClientOptionsBase options, boolean domainSocket, Bootstrap bootstrap) {
            inner.configure(options, domainSocket, bootstrap);
            bootstrap.attr(OWNER, ChannelTap.this);
        }

        @Override
        public boolean supportsDomainSockets() {
            return inner.supportsDomainSockets();
        }

        @Override
        public boolean supportFileRegion() {
            return inner.supportFileRegion();
        }

        @Override
        public boolean isAvailable() {
            return inner.isAvailable();
        }

        @Override
        public Throwable unavailabilityCause() {
            return inner.unavailabilityCause();
        }

        @Override
        public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
            return inner.convert(address);
        }

        @Override
        public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
            return inner.convert(address);
        }

        @Override
        public EventLoopGroup eventLoopGroup(int type, int nThreads, ThreadFactory threadFactory, int ioRatio) {
            return inner.eventLoopGroup(type, nThreads, threadFactory, ioRatio);
        }

        @Override
        public DatagramChannel datagramChannel() {
            return inner.datagramChannel();
        }

        @Override
        public DatagramChannel datagramChannel(InternetProtocolFamily family) {
            return inner.datagramChannel(family);
        }

        @Override
        public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
            return inner.channelFactory(domainSocket);
        }

        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            return inner.serverChannelFactory(domainSocket);
        }

        @Override
        public void configure(DatagramChannel channel, DatagramSocketOptions options) {
            inner.configure(channel, options);
        }

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            inner.configure(options, domainSocket, bootstrap);
        }
    }
}
