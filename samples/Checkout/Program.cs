using Checkout.Carts;
using Checkout.Orders;
using Checkout.Shipping;
using Ink;

[assembly: App("checkout", Team = "payments", PartOf = "shop", Description = "Carts and orders of the shop.")]

[assembly: Web]
[assembly: Worker<OrderWorker>]
[assembly: CronJob<OrderReport>("0 6 * * mon-fri", TimeZone = "Europe/Berlin", DeadlineSeconds = 600)]
[assembly: Job<MigrateOrders>(DeadlineSeconds = 300)]

[assembly: Resources(Cpu = "100m", Memory = "192Mi", EphemeralStorage = "256Mi")]
[assembly: Resources(Environment = "production", Cpu = "250m", Memory = "384Mi")]
[assembly: Resources(Workload = "order-worker", Cpu = "50m")]
[assembly: Autoscale(Workload = "web", Environment = "production", Min = 3, Max = 12, Cpu = 70)]

[assembly: Ingress("shop.{domain}", Path = "/checkout")]
[assembly: Route("api.{domain}", Path = "/checkout", Gateway = "gateways/public")]
[assembly: IamRole("arn:aws:iam::{account}:role/checkout")]

[assembly: Secret("CART_SIGNING_KEY")]
[assembly: Secret("RECEIPT_KEY", File = "/etc/checkout/receipt-key")]
[assembly: Secret("ConnectionStrings__Orders", Environment = "staging")]
[assembly: Secret("ConnectionStrings__Orders", Environment = "production")]
[assembly: ConfigFile("config/shipping.json")]
[assembly: EnvironmentVariable("CURRENCY", "USD")]
[assembly: EnvironmentVariable("ORDERS_URL", "http://{app}:8080", Environment = "dev")]
[assembly: EnvironmentVariable("Logging__LogLevel__Default", "Debug", Environment = "dev")]

// Collects what the app exports, and passes it on in batches.
[assembly: Sidecar("telemetry", "{telemetryImage}", Environment = "production", Port = 4317, Cpu = "50m", Memory = "128Mi", EphemeralStorage = "64Mi")]
[assembly: EnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317", Environment = "production")]

var builder = WebApplication.CreateBuilder(args);
builder.AddInk();
builder.Configuration.AddJsonFile(ShippingPrices.File);
builder.Services.AddSingleton<CartSigner>();
builder.Services.AddSingleton<ReceiptSigner>();
builder.Services.AddSingleton<ShippingPrices>();
builder.Services.AddOrderQueue(builder.Configuration);

var app = builder.Build();
app.MapInk();
app.MapCarts();
app.MapOrders();
await app.RunInkAsync();
