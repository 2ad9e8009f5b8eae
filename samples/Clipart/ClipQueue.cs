using Ink;
using StackExchange.Redis;

namespace Clipart;

/// <summary>Orders for clip art: a list in Redis, from which every pod takes.</summary>
internal sealed class ClipQueue(IConfiguration configuration) : IAsyncDisposable
{
    public const string List = "clipart:orders";

    // What a pod has taken stays here until it is drawn: a pod that is killed loses nothing.
    private static readonly RedisKey Taken = $"{List}:taken:{Environment.MachineName}";

    private readonly Lazy<Task<ConnectionMultiplexer>> _connection = new(() => ConnectAsync(configuration));

    /// <summary>The next order; <see langword="null"/> where none waits. One that was taken before and never done comes first.</summary>
    public async Task<string?> TakeAsync()
    {
        var redis = await RedisAsync();
        var unfinished = await redis.ListGetByIndexAsync(Taken, -1);
        return unfinished.HasValue ? unfinished : await redis.ListMoveAsync(List, Taken, ListSide.Right, ListSide.Left);
    }

    public async Task DoneAsync(string order) => await (await RedisAsync()).ListRemoveAsync(Taken, order, count: 1);

    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated)
            await (await _connection.Value).DisposeAsync();
    }

    private async Task<IDatabase> RedisAsync() => (await _connection.Value).GetDatabase();

    private static async Task<ConnectionMultiplexer> ConnectAsync(IConfiguration configuration)
    {
        var options = ConfigurationOptions.Parse(configuration[InkApp.EnvironmentVariables.RedisAddress] ?? "localhost:6379");
        options.Password = configuration[InkApp.Secrets.RedisPassword];
        // Comes back by itself when Redis does.
        options.AbortOnConnectFail = false;
        return await ConnectionMultiplexer.ConnectAsync(options);
    }
}
