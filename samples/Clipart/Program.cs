using Clipart;
using Clipart.Drawing;
using Ink;

[assembly: App("clipart", Team = "design", PartOf = "shop", Description = "Draws the clip art that customers order.")]

[assembly: Worker<ClipWorker>("draw")]
[assembly: Resources(Cpu = "200m", Memory = "256Mi", EphemeralStorage = "256Mi")]

// What has been drawn once is not drawn again: each pod keeps its drawings.
[assembly: Volume(ClipStore.DefaultFolder, Size = "2Gi")]
[assembly: Volume(ClipStore.DefaultFolder, Size = "20Gi", Environment = "production")]

// A pod for every twenty orders that wait, and none where none does.
[assembly: QueueScale("redis", Max = 8, Authentication = "clipart-redis",
    Metadata = ["addressFromEnv=REDIS_ADDRESS", "listName=" + ClipQueue.List, "listLength=20"])]
[assembly: EnvironmentVariable("REDIS_ADDRESS", "redis.shared:6379")]
[assembly: Secret("REDIS_PASSWORD")]

// A drawing is finished before the pod goes.
[assembly: Availability(GraceSeconds = 60)]
[assembly: AllowTo("shared/redis", Port = 6379)]

var builder = Host.CreateApplicationBuilder(args);
builder.AddInk();
builder.Services.AddSingleton<ClipQueue>();
builder.Services.AddSingleton<ClipStore>();

await builder.Build().RunInkAsync();
