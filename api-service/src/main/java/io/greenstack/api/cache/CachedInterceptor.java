package io.greenstack.api.cache;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Calls methods with {@link Cached} when the cache does not have what they answer. */
@Interceptor
@Cached(namespace = CacheNamespace.STATISTICS)
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class CachedInterceptor {

    private final RedisCache cache;
    private final CacheCodec codec;
    private final TransactionSynchronizationRegistry transactions;
    private final Map<Method, CachedMethod> methods = new ConcurrentHashMap<>();

    CachedInterceptor(RedisCache cache, CacheCodec codec, TransactionSynchronizationRegistry transactions) {
        this.cache = cache;
        this.codec = codec;
        this.transactions = transactions;
    }

    @AroundInvoke
    Object cached(InvocationContext context) throws Exception {
        if (!cache.isUsable() || transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return context.proceed();
        }
        CachedMethod method = methods.get(context.getMethod());
        if (method == null) {
            method = describe(context);
            methods.put(context.getMethod(), method);
        }
        return cache.get(method, context.getParameters(), context::proceed);
    }

    private CachedMethod describe(InvocationContext context) {
        Cached cached = context.getInterceptorBinding(Cached.class);
        Method method = context.getMethod();
        return new CachedMethod(method.getDeclaringClass().getSimpleName() + '.' + method.getName(),
                cached.namespace(), List.of(cached.tags()), codec.type(method.getGenericReturnType()));
    }
}
