package io.greenstack.platform.redis;

/** Redis did not answer in time. Whether it carried the commands out is not known. */
public class RedisTimeoutException extends RuntimeException {

    /** @param waitedMillis how long the caller waited */
    public RedisTimeoutException(long waitedMillis) {
        super("no answer from Redis in " + waitedMillis + " ms", null, false, false);
    }
}
