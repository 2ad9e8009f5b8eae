using Ink;
using Npgsql;

namespace Checkout.Orders;

/// <summary>
/// Brings the tables to what this version of the code wants, before any of its pods starts. The old version still runs meanwhile: a step
/// only ever adds.
/// </summary>
internal sealed partial class MigrateOrders(ILogger<MigrateOrders> logger, NpgsqlDataSource? database = null) : IInkJob
{
    // Any number, so long as nobody else locks it: two migrations at once would trip over each other.
    private const long Lock = 20_261_124;

    // Append only: the position of a step is its version.
    private static readonly string[] Steps =
    [
        "CREATE TABLE orders (id uuid PRIMARY KEY, content jsonb NOT NULL, placed timestamptz NOT NULL DEFAULT now())",
        "ALTER TABLE orders ADD COLUMN shipped timestamptz",
        "CREATE INDEX orders_waiting ON orders (placed, id) WHERE shipped IS NULL",
    ];

    public async Task RunAsync(CancellationToken stop)
    {
        if (database is null)
        {
            LogNothing();
            return;
        }

        await using var connection = await database.OpenConnectionAsync(stop);
        // The lock and every step end with the transaction: a run that fails or is killed leaves nothing half-done.
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await ExecuteAsync($"SELECT pg_advisory_xact_lock({Lock})");
        await ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)");
        var version = Convert.ToInt32(await ExecuteAsync("SELECT coalesce(max(version), 0) FROM schema_version"), null);
        for (; version < Steps.Length; version++)
        {
            await ExecuteAsync(Steps[version]);
            await ExecuteAsync($"INSERT INTO schema_version VALUES ({version + 1})");
        }

        await transaction.CommitAsync(stop);
        LogVersion(version);

        async Task<object?> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteScalarAsync(stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The orders are kept in memory here: nothing to migrate")]
    private partial void LogNothing();

    [LoggerMessage(Level = LogLevel.Information, Message = "The tables are at version {Version}")]
    private partial void LogVersion(int version);
}
