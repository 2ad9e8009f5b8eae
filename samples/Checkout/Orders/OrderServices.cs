using Ink;
using Npgsql;

namespace Checkout.Orders;

internal static class OrderServices
{
    /// <summary>The queue of the environment: a database, else the web workload's memory, else that of this process.</summary>
    public static void AddOrderQueue(this IServiceCollection services, IConfiguration configuration)
    {
        var isWeb = (configuration["INK_ROLE"] ?? InkApp.Roles.Web) == InkApp.Roles.Web;
        if (configuration.GetConnectionString("Orders") is { } connection)
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
            services.AddSingleton<IOrderQueue, DatabaseOrderQueue>();
        }
        else if (configuration[InkApp.EnvironmentVariables.OrdersUrl] is { } address && !isWeb)
        {
            services.AddHttpClient<IOrderQueue, RemoteOrderQueue>(client => client.BaseAddress = new Uri(address));
        }
        else
        {
            services.AddSingleton<IOrderQueue, MemoryOrderQueue>();
        }
    }
}
