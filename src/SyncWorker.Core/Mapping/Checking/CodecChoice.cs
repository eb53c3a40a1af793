using SyncWorker.Core.Mapping.Codecs;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>The codec of a row and what it was made with.</summary>
internal sealed record CodecChoice(Codec Codec, ValueMap? Values, int? Length, bool Cut);
