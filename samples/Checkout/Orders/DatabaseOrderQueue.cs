using System.Text.Json;
using Npgsql;

namespace Checkout.Orders;

/// <summary>A queue in PostgreSQL: an order outlives every pod, and as many workers as there are take from it side by side.</summary>
internal sealed class DatabaseOrderQueue(NpgsqlDataSource database) : IOrderQueue
{
    public async Task AddAsync(Order order, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("INSERT INTO orders (id, content) VALUES ($1, $2::jsonb)");
        command.Parameters.Add(new() { Value = order.Id });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(order) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<Order?> TakeAsync(CancellationToken cancellationToken)
    {
        // Rows that another worker is taking are passed over instead of waited for.
        await using var command = database.CreateCommand(
            """
            UPDATE orders SET shipped = now()
            WHERE id = (SELECT id FROM orders WHERE shipped IS NULL ORDER BY placed, id FOR UPDATE SKIP LOCKED LIMIT 1)
            RETURNING content::text
            """);
        return await command.ExecuteScalarAsync(cancellationToken) is string content ? JsonSerializer.Deserialize<Order>(content) : null;
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM orders WHERE shipped IS NULL");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
