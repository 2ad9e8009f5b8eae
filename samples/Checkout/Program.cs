using Checkout.Carts;
using Checkout.Orders;
using Ink;

[assembly: App("checkout", Team = "payments", PartOf = "shop", Description = "Carts and orders of the shop.")]

[assembly: Web]
[assembly: Web(Environment = "production", Replicas = 3)]
[assembly: Worker<OrderWorker>]

[assembly: Resources(Cpu = "100m", Memory = "192Mi")]
[assembly: Resources(Environment = "production", Cpu = "250m", Memory = "384Mi")]
[assembly: Resources(Workload = "order-worker", Cpu = "50m")]

[assembly: Ingress("shop.{domain}", Path = "/checkout")]
[assembly: IamRole("arn:aws:iam::{account}:role/checkout")]

[assembly: Secret("CART_SIGNING_KEY")]
[assembly: EnvironmentVariable("CURRENCY", "USD")]
[assembly: EnvironmentVariable("ORDERS_URL", "http://{app}:8080", Workload = "order-worker")]
[assembly: EnvironmentVariable("Logging__LogLevel__Default", "Debug", Environment = "dev")]

var builder = WebApplication.CreateBuilder(args);
builder.AddInk();
builder.Services.AddSingleton<CartSigner>();
builder.Services.AddSingleton<OrderQueue>();
builder.Services.AddHttpClient<OrderSource>();

var app = builder.Build();
app.MapInk();
app.MapCarts();
app.MapOrders();
await app.RunInkAsync();
